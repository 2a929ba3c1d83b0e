import words from "../en/calendar.json";
import { addMessages } from "../index";

addMessages(words);
