import words from "../en/health.json";
import { addMessages } from "../index";

addMessages(words);
