import words from "../en/opinions.json";
import { addMessages } from "../index";

addMessages(words);
