import words from "../en/paper.json";
import { addMessages } from "../index";

addMessages(words);
