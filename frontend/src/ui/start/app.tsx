// Shows the screen of the current address. The old screen stays until the new one has loaded, so nothing flickers.
import { useEffect, useErrorBoundary, useLayoutEffect, useState } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import frameWords from "../../i18n/en/frame.json";
import { announcement } from "./announce";
import { Button } from "./components/button";
import { Screen } from "./components/screen";
import { navigate, type Params, path, type ScreenComponent } from "./router";
import { find } from "./routes";
import { screenIsComing } from "./secondTap";
import { forgetOldUndo } from "./undo";

const t = messagesFrom(frameWords);

type Shown = { address: string; component: ScreenComponent; params: Params };

export function App() {
  const shown = useShown(path.value);
  return (
    <div class="app">
      <a class="skip" href="#page">
        {t("app.skip")}
      </a>
      <p class="hidden-but-read" role="status">
        {announcement.value}
      </p>
      {shown && <OneScreen key={shown.address} {...shown} />}
    </div>
  );
}

/** A screen that fails shows its error in its own place; every other screen, and the way back, still works. */
function OneScreen({ component: Shown, params }: Shown) {
  // Wrapped in a function: passed bare, it would be called as a method of another object, which browsers refuse.
  const [failure] = useErrorBoundary((error) => reportError(error));
  return failure === undefined ? <Shown params={params} /> : <Stopped text={t("error.text")} />;
}

function useShown(address: string): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let wanted = true;
    screenIsComing(true);
    const { load, params } = find(address);
    load().then(
      (component) => {
        if (wanted) setShown({ address, component, params });
      },
      () => {
        if (wanted) setShown({ address, component: NotLoaded, params });
      },
    );
    forgetOldUndo();
    return () => {
      wanted = false;
    };
  }, [address]);
  useLayoutEffect(() => screenIsComing(false), [shown]);
  return shown;
}

function NotLoaded() {
  return <Stopped text={t(path.value === "/help" ? "error.helpMissing" : "error.chunkMissing")} />;
}

function Stopped({ text }: { text: string }) {
  return (
    <Screen title={t("error.title")} back="/" withoutStatus>
      <div class="stack">
        <p>{text}</p>
        <Button onClick={() => location.reload()}>{t("error.reload")}</Button>
        <Button look="quiet" onClick={() => navigate("/guide")}>
          {t("error.toGuide")}
        </Button>
      </div>
    </Screen>
  );
}
