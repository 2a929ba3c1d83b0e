// The addresses of the questions: the ranking, the ideas, and one question.
import type { Route } from "../../start/router";

export const questionRoutes: Route[] = [
  { pattern: "/case/questions", load: async () => (await import("./questions")).Questions },
  { pattern: "/case/questions/bank", load: async () => (await import("./bank")).QuestionBank },
  { pattern: "/case/questions/:id", load: async () => (await import("./question")).QuestionPage },
];
