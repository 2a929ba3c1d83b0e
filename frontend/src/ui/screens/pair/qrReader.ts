// Reads QR codes from a video frame: with the browser's own detector if there is one, else with a decoder loaded on
// demand.

type Found = { rawValue: string };
type Detector = { detect(picture: HTMLVideoElement): Promise<Found[]> };
type WithDetector = { BarcodeDetector: new (options: { formats: string[] }) => Detector };
export type Reader = (video: HTMLVideoElement) => Promise<string | null>;

export async function qrReader(): Promise<Reader> {
  const scope: object = globalThis;
  return hasDetector(scope) ? detecting(new scope.BarcodeDetector({ formats: ["qr_code"] })) : decoding();
}

function detecting(detector: Detector): Reader {
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function decoding(): Promise<Reader> {
  const { default: decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    if (!pen || video.videoWidth === 0) return null;
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    pen.drawImage(video, 0, 0);
    try {
      return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // The decoder throws when there is no code in the frame.
      return null;
    }
  };
}

function hasDetector(scope: object): scope is WithDetector {
  return "BarcodeDetector" in scope;
}
