// The addresses of the patient's health: medicines, other illnesses, allergies, symptoms, and what is shown to a
// doctor.
import type { Route } from "../../start/router";

export const healthRoutes: Route[] = [
  { pattern: "/case/health", load: async () => (await import("./health")).HealthPage },
  { pattern: "/case/medicines", load: async () => (await import("./medicines")).Medicines },
  { pattern: "/case/medicines/:id", load: async () => (await import("./listed")).MedicinePage },
  { pattern: "/case/conditions/:id", load: async () => (await import("./listed")).ConditionPage },
  { pattern: "/case/allergies/:id", load: async () => (await import("./listed")).AllergyPage },
  { pattern: "/case/symptoms/:id", load: async () => (await import("./symptom")).SymptomPage },
  { pattern: "/case/show", load: async () => (await import("./show")).ShowToTheDoctor },
];
