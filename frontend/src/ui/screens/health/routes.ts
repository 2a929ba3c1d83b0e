// The addresses of the patient's health: medicines, other illnesses, allergies, symptoms.
import type { Route } from "../../route";

export const healthRoutes: Route[] = [
  { pattern: "/case/medicines", load: async () => (await import("./medicines")).Medicines },
  { pattern: "/case/medicines/:id", load: async () => (await import("./medicine")).MedicinePage },
];
