import words from "../en/more.json";
import { addMessages } from "../index";

addMessages(words);
