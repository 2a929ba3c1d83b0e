import words from "../en/questions.json";
import { addMessages } from "../index";

addMessages(words);
