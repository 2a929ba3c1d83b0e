import words from "../en/trouble.json";
import { addMessages } from "../index";

addMessages(words);
