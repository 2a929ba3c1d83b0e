// Replaces lucide's createLucideIcon in the built app. The original also looks for a context, merges classes and writes
// names that nothing here uses: a kilobyte of the first screen. Tests and the development server keep the original.
import { type FunctionComponent, h, type SVGAttributes } from "preact";

type Drawing = { node: [tag: string, attributes: Record<string, string>][] };

const look = {
  xmlns: "http://www.w3.org/2000/svg",
  width: 24,
  height: 24,
  viewBox: "0 0 24 24",
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 2,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
} as const;

// @__NO_SIDE_EFFECTS__
export default function createLucideIcon({ node }: Drawing): FunctionComponent<SVGAttributes<SVGSVGElement>> {
  return (props) => {
    const lines = node.map(([tag, attributes]) => h(tag, attributes));
    return h("svg", { ...look, ...props }, lines);
  };
}
