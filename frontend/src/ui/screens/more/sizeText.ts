// Bytes as people read them: "640 kB", "1.5 MB", "12 GB". Thousand-based, as phones show it.
import { language } from "../../../i18n";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function sizeText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** step;
  const format = new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step] ?? "byte",
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
  return format.format(value);
}
