import words from "../en/medicines.json";
import { addMessages } from "../index";

addMessages(words);
