/** htmx, as the page's one way to swap parts of itself. */
import htmx from "htmx.org";
import { watchConnection } from "./offline.ts";

// The pages' content security policy forbids evaluated code and inline styles; htmx must not try.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;

watchConnection(document);
