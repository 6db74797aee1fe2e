/** htmx, as the page's one way to swap parts of itself. */
import htmx from "htmx.org";

// The pages' content security policy forbids evaluated code and inline styles; htmx must not try.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
