// Importing this module brings the words of More, its pages and pairing.
import later from "./en.later.json";
import { addMessages } from "./index";

addMessages(later);
