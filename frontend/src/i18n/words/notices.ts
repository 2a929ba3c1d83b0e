import words from "../en/notices.json";
import { addMessages } from "../index";

addMessages(words);
