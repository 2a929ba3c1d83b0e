// Shows the screen of the current address. The old screen stays until the new one has loaded, so nothing flickers. While
// the example is open, every screen is drawn anew with the services of the example.
import { useEffect, useErrorBoundary, useLayoutEffect, useState } from "preact/hooks";
import { messagesFrom } from "../../i18n";
import frameWords from "../../i18n/en/frame.json";
import { announcement } from "./announce";
import { Button } from "./components/button";
import { listBeside } from "./components/nav";
import { Screen, StandsBeside } from "./components/screen";
import { example } from "./example";
import { isWide } from "./isWide";
import { navigate, type Params, path, type ScreenComponent } from "./router";
import { find, lockScreen } from "./routes";
import { screenIsComing } from "./secondTap";
import { ServicesContext, useServices } from "./services";
import { forgetOldUndo } from "./undo";

const t = messagesFrom(frameWords);

/** What an app lock does not close. */
const STAYS_OPEN = /^\/(help|guide)\b/;

type Shown = { address: string; component: ScreenComponent; params: Params };

export function App() {
  const own = useServices();
  const { value } = example;
  return (
    <ServicesContext.Provider key={Number(value !== null)} value={value?.services ?? own}>
      <Screens />
    </ServicesContext.Provider>
  );
}

function Screens() {
  const Line = example.value?.Line;
  const isLocked = useServices().core.value.state === "locked" && !STAYS_OPEN.test(path.value);
  const shown = useShown(path.value, isLocked);
  const list = shown && !isLocked && isWide.value ? listBeside(shown.address) : null;
  return (
    <div class="app">
      <a class="skip" href="#page">
        {t("app.skip")}
      </a>
      <p class="hidden-but-read" role="status">
        {announcement.value}
      </p>
      {Line && <Line />}
      {shown && <OneScreen key={shown.address} {...shown} />}
      {list !== null && <Beside key={list} list={list} />}
    </div>
  );
}

/** A screen that fails shows its error in its own place; every other screen, and the way back, still works. */
function OneScreen({ component: Shown, params }: Shown) {
  // Wrapped in a function: passed bare, it would be called as a method of another object, which browsers refuse.
  const [failure] = useErrorBoundary((error) => reportError(error));
  return failure === undefined ? <Shown params={params} /> : <Stopped text={t("error.text")} />;
}

/** In a wide window, the list that the page belongs to stands beside it, and stays while pages change. */
function Beside({ list }: { list: string }) {
  const [shown, setShown] = useState<{ is: ScreenComponent } | null>(null);
  useEffect(() => {
    // Without it there is still the page.
    find(list)
      .load()
      .then(
        (is) => setShown({ is }),
        () => {},
      );
  }, []);
  return (
    shown && (
      <StandsBeside.Provider value={true}>
        <shown.is params={{}} />
      </StandsBeside.Provider>
    )
  );
}

function useShown(address: string, isLocked: boolean): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let wanted = true;
    screenIsComing(true);
    const { load, params } = isLocked ? lockScreen : (example.peek()?.instead(address) ?? find(address));
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
  }, [address, isLocked]);
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
