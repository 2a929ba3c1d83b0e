import words from "../en/specialists.json";
import { addMessages } from "../index";

addMessages(words);
