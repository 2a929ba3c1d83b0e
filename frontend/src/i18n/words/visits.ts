import words from "../en/visits.json";
import { addMessages } from "../index";

addMessages(words);
