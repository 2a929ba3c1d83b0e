import words from "../en/whether.json";
import { addMessages } from "../index";

addMessages(words);
