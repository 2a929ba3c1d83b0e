import words from "../en/caseList.json";
import { addMessages } from "../index";

addMessages(words);
