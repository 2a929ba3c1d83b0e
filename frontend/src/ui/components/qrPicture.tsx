// A QR code as one SVG path, black on white in every theme: cameras need the contrast and the quiet zone.
import { useMemo } from "preact/hooks";
import encodeQR from "qr";
import "./qrPicture.css";

const BORDER = 4;

type Props = {
  text: string;
  label: string;
  /** Fewer, larger dots for a long text; a little dirt then spoils more of it. */
  coarse?: boolean;
};

export function QrPicture({ text, label, coarse = false }: Props) {
  const { path, size } = useMemo(() => drawn(text, coarse), [text, coarse]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path class="qr-ground" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr-dots" d={path} />
    </svg>
  );
}

function drawn(text: string, coarse: boolean): { path: string; size: number } {
  const rows = encodeQR(text, "raw", { border: BORDER, ecc: coarse ? "low" : "medium" });
  const dots = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return { path: dots.join(""), size: rows.length };
}
