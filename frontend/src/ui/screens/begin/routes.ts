// The addresses of the first minute: a few questions to the person, then three to take along.
import type { Route } from "../../start/router";

export const beginRoutes: Route[] = [
  { pattern: "/begin", load: async () => (await import("./told")).ToldStep },
  { pattern: "/begin/soon", load: async () => (await import("./visit")).VisitSoonStep },
  { pattern: "/begin/helping", load: async () => (await import("./helping")).HelpingStep },
  { pattern: "/begin/agreement", load: async () => (await import("./helping")).AgreementStep },
  { pattern: "/begin/visit", load: async () => (await import("./visit")).VisitStep },
  { pattern: "/begin/country", load: async () => (await import("./country")).CountryStep },
  { pattern: "/begin/questions", load: async () => (await import("./questions")).QuestionsStep },
];
