import words from "../en/tasks.json";
import { addMessages } from "../index";

addMessages(words);
