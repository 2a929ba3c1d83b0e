import words from "../en/pair.json";
import { addMessages } from "../index";

addMessages(words);
