import words from "../en/guide.json";
import { addMessages } from "../index";

addMessages(words);
