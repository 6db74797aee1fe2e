/** Today and setting up, by the keyboard. */
import { listen } from "./pressed.ts";

listen(document);
