// Opens a copy from a file: reads it, asks for its passphrase if it is sealed, brings in the case. Works without a
// server and before there is any case. A file with anything wrong changes nothing, and the screen says what is wrong.
import { useState } from "preact/hooks";
import type { CaseCopy, ReadFile, ReadProblem } from "../../../cases/copy/caseFile";
import type { Copies, OpenedCopy } from "../../../cases/copy/copies";
import { messagesFrom } from "../../../i18n";
import copyWords from "../../../i18n/en/copy.json";
import frameWords from "../../../i18n/en/frame.json";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { WhyNot } from "../../start/components/whyNot";
import { useServices } from "../../start/services";
import { ChooseFile } from "./chooseFile";
import "./copy.css";
import { Arrived } from "./arrived";
import { Progress } from "./progress";
import { Unseal } from "./unseal";

const t = messagesFrom(copyWords, frameWords);

type Problem = ReadProblem | "not_stored" | "unread";
type Sealed = Extract<ReadFile, { is: "sealed" }>;
type State =
  | { at: "choosing"; problem: Problem | null }
  | { at: "working"; words: string; part: number }
  | { at: "sealed"; sealed: Sealed; problem: Problem | null }
  | { at: "done"; done: Extract<OpenedCopy, { ok: true }> };

export function OpenCopy() {
  const core = useServices().core.value;
  return (
    <Screen title={t("openCopy.title")} back="/cases">
      {core.state === "failed" && <WhyNot cause={core.cause} />}
      {core.state === "opening" && <p class="quiet">{t("app.opening")}</p>}
      {core.state === "open" && <OpenBody load={core.copies} />}
    </Screen>
  );
}

function OpenBody({ load }: { load: () => Promise<Copies> }) {
  const { state, choose, unseal, again } = useOpening(load);
  if (state.at === "done") return <Arrived done={state.done} onAgain={again} />;
  if (state.at === "working") return <Progress words={state.words} part={state.part} />;
  return (
    <div class="stack">
      {state.problem && (
        <div role="alert">
          <Card tone="attention">{t(`openCopy.problem.${state.problem}`)}</Card>
        </div>
      )}
      {state.at === "sealed" ? (
        <Unseal onTyped={(passphrase) => void unseal(state.sealed, passphrase)} />
      ) : (
        <p>{t("openCopy.why")}</p>
      )}
      <ChooseFile
        label={t(state.at === "sealed" ? "openCopy.another" : "openCopy.file")}
        onFile={(file) => void choose(file)}
      />
    </div>
  );
}

/** How far the file is, and what the person can do next. */
function useOpening(load: () => Promise<Copies>) {
  const [state, setState] = useState<State>({ at: "choosing", problem: null });
  const working = (words: string) => (part: number) => setState({ at: "working", words, part });
  const merge = async (copied: CaseCopy) => {
    const done = await (await load()).open(copied, working(t("openCopy.progress")));
    setState(done.ok ? { at: "done", done } : { at: "choosing", problem: "changed" });
  };
  const take = async (read: ReadFile, sealed: Sealed | null) => {
    if (read.is === "open") return merge(read.copied).catch(() => setState({ at: "choosing", problem: "not_stored" }));
    if (read.is === "sealed") return setState({ at: "sealed", sealed: read, problem: null });
    setState(sealed ? { at: "sealed", sealed, problem: read.problem } : { at: "choosing", problem: read.problem });
  };
  const choose = async (file: File) => {
    working(t("openCopy.reading"))(0);
    try {
      await take(await (await load()).read(new Uint8Array(await file.arrayBuffer())), null);
    } catch {
      setState({ at: "choosing", problem: "unread" });
    }
  };
  const unseal = async (sealed: Sealed, passphrase: string) => {
    const onProgress = working(t("openCopy.reading"));
    onProgress(0);
    await take(await sealed.unseal(passphrase, onProgress), sealed);
  };
  return { state, choose, unseal, again: () => setState({ at: "choosing", problem: null }) };
}
