// The camera, on only while this component is shown: it is released on leaving, on stopping and on success. No picture
// leaves the phone.
import { useEffect, useRef, useState } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { Button } from "../../start/components/button";
import { qrReader } from "./qrReader";

const t = messagesFrom(pairWords);

const MILLISECONDS_BETWEEN = 150;

type Props = { isOurs: (text: string) => Promise<boolean>; onCode: (code: string) => void; onStop: () => void };
type Words = "starting" | "title" | "denied" | "none" | "notOurs";

export function CameraScan({ isOurs, onCode, onStop }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ isOurs, onCode });
  latest.current = { isOurs, onCode };
  const [words, setWords] = useState<Words>("starting");
  useEffect(() => {
    if (!video.current) return;
    return watch(video.current, setWords, async (text) => {
      if (!(await latest.current.isOurs(text))) return false;
      latest.current.onCode(text);
      return true;
    });
  }, []);
  const text = {
    starting: t("pair.camera.starting"),
    title: t("pair.camera.title"),
    denied: t("pair.camera.denied"),
    none: t("pair.camera.none"),
    notOurs: t("pair.camera.notOurs"),
  };
  return (
    <>
      <p role="status">{text[words]}</p>
      <video ref={video} class="camera" hidden={words === "denied" || words === "none"} playsinline muted />
      <Button look="quiet" onClick={onStop}>
        {t("pair.camera.stop")}
      </Button>
    </>
  );
}

/** Shows the camera in `video` and reads codes until `accept` takes one. Returns a function that stops it. */
function watch(video: HTMLVideoElement, say: (words: Words) => void, accept: (text: string) => Promise<boolean>) {
  let wanted = true;
  let stream: MediaStream | null = null;
  const stop = () => {
    wanted = false;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const run = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    if (!wanted) return stop();
    video.srcObject = stream;
    await video.play();
    say("title");
    const read = await qrReader();
    while (wanted) {
      const text = await read(video);
      if (text !== null && (await accept(text))) return stop();
      if (text !== null) say("notOurs");
      await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN));
    }
  };
  run().catch((reason: unknown) => {
    stop();
    say(reason instanceof DOMException && reason.name === "NotAllowedError" ? "denied" : "none");
  });
  return stop;
}
