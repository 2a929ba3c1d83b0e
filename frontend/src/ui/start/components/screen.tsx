// The frame of every screen: title, "Get help now" in the corner, status line, page, dock and navigation. After
// navigation the focus goes to the title, so that a screen reader starts where the eye does.
import { ChevronLeft } from "lucide-preact";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { restoreScroll, visits } from "../router";
import { CaseLink } from "./caseLink";
import { Icon } from "./icon";
import { Nav } from "./nav";
import { StatusLine, TroubleBar } from "./statusLine";
import { UndoBar } from "./undoBar";

const t = messagesFrom(frameWords);

type Props = {
  title: string;
  /** For titles with typed words: the document title instead, so that the words stay out of the history. */
  documentTitle?: string | undefined;
  /** One of the four main screens: the name of the case is at the top. On Today it is the title itself. */
  tab?: "today" | "page";
  /** The screen above this one, for whoever comes from outside. */
  back?: string | undefined;
  /** Shows the title in large type inside the page, below this small line. */
  kicker?: ComponentChildren;
  /** What stays in thumb reach above the navigation: the one main action. */
  dock?: ComponentChildren;
  wide?: boolean;
  isHelp?: boolean;
  /** Leaves out the status line: where nothing is written, and where its own data may be what failed. */
  withoutStatus?: boolean;
  /** Leaves out the navigation: in the doctor's room there is only one thing to do. "Get help now" stays. */
  withoutNav?: boolean;
  children: ComponentChildren;
};

/** Whether a main screen is shown as a list beside another page. */
export const StandsBeside = createContext(false);

export function Screen(props: Props) {
  return useContext(StandsBeside) ? <List {...props} /> : <Frame {...props} />;
}

/** Only what it lists: the bars and the title belong to the page beside it. */
function List({ title, children }: Props) {
  return (
    <aside class="beside" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </aside>
  );
}

function Frame({
  title,
  documentTitle,
  tab,
  back,
  kicker,
  dock,
  wide = false,
  isHelp = false,
  withoutStatus = false,
  withoutNav = false,
  children,
}: Props) {
  const heading = useArrival(documentTitle ?? title);
  const large = kicker !== undefined;
  const isInPage = large || tab === "page";
  const titleElement = (
    <h1 ref={heading} tabIndex={-1} class={large ? "large-title" : "top-title"}>
      {tab === "today" ? <CaseLink /> : <bdi>{title}</bdi>}
    </h1>
  );
  return (
    <div class="frame">
      <Top back={back} isHelp={isHelp}>
        {tab === "page" ? <CaseLink /> : isInPage ? <span class="top-space" /> : titleElement}
      </Top>
      {!withoutStatus && <StatusLine />}
      <main class={wide ? "main main-wide" : "main"} id="page" tabIndex={-1}>
        {kicker && <p class="kicker">{kicker}</p>}
        {isInPage && titleElement}
        {children}
      </main>
      <div class="bottom">
        <section class="dock" aria-label={t("app.dock")}>
          <TroubleBar />
          <UndoBar />
          {dock}
        </section>
        {!withoutNav && <Nav />}
      </div>
    </div>
  );
}

/** Sets the document title, focuses the title and restores the scroll position. Returns the ref for the title. */
function useArrival(name: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (visits.peek() === 0) return;
    // A field of the new screen may have the focus already, such as a search box that is ready for typing.
    const focused = document.activeElement;
    const isTaken = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
    if (!isTaken) heading.current?.focus({ preventScroll: true });
    restoreScroll();
  }, []);
  useLayoutEffect(() => {
    document.title = t("app.titleOf", { title: name });
  }, [name]);
  return heading;
}

type TopProps = { back: string | undefined; isHelp: boolean; children: ComponentChildren };

function Top({ back, isHelp, children }: TopProps) {
  return (
    <header class="top">
      {back !== undefined && (
        <a class="back" href={back} data-up="">
          <Icon of={ChevronLeft} />
          <span class="hidden-but-read">{t("app.back")}</span>
        </a>
      )}
      {children}
      {!isHelp && (
        <a class="get-help" href="/help">
          {t("nav.help")}
        </a>
      )}
    </header>
  );
}
