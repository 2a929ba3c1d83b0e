import words from "../en/timeline.json";
import { addMessages } from "../index";

addMessages(words);
