import words from "../en/letter.json";
import { addMessages } from "../index";

addMessages(words);
