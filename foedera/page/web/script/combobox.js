/* A field that finds things by name, by keyboard: a combobox with a list. */

/** Letters of a title in the list: agreements with one country after another differ at their end. */
const LONGEST_OPTION = 160;

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {() => Entry[]} among  asked once
 * @param {(key: string) => string} choose  what the field then says; where it keeps a choice, Tab makes it too
 * @param {(() => void) | undefined} cleared  the field was left empty, where it keeps a choice
 */
function createCombobox(input, list, among, choose, cleared = undefined) {
  /** @type {Entry[] | null} */
  let entries = null;
  /** @type {Entry[]} */
  let found = [];
  let current = 0;
  let guessed = false;
  let searching = false;
  let said = "";
  let complained = false;

  function draw() {
    list.replaceChildren(...found.map((entry, index) => {
      const option = make("li", { role: "option", id: `${list.id}-${index}`, "aria-selected": String(index === current) },
        data(shortened(entry.title, LONGEST_OPTION)), " ", make("span", { class: "hint data" }, shortened(entry.hint)));
      option.addEventListener("click", () => take(index));
      return option;
    }));
    const open = searching && Boolean(input.value.trim());
    if (guessed) list.prepend(make("li", { role: "option", "aria-disabled": "true", class: "none" }, `Nothing of that name on this page${found.length ? "; did you mean" : ""}`));
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (open && current in found) input.setAttribute("aria-activedescendant", `${list.id}-${current}`);
    else input.removeAttribute("aria-activedescendant");
    if (open) list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }
  /** @param {number} index */
  function take(index) {
    const entry = found[index];
    if (!entry) return;
    searching = false;
    if (complained) unsay();
    complained = false;
    said = choose(entry.key);
    input.value = said;
    draw();
  }
  /** That nothing matches, and what is called nearly so. */
  function missing() {
    const near = found.map(({ title }) => shortened(title)).join(", ");
    return `Nothing is called “${shortened(input.value.trim())}” on this page.${near && ` Did you mean ${near}?`}`;
  }
  /** @param {string} text */
  function complain(text) {
    complained = true;
    say(text);
  }
  function leave() {
    const text = input.value.trim();
    if (searching && !text && said) {
      said = "";
      cleared?.();
    } else if (searching && text && cleared) {
      complain(guessed ? missing() : `“${shortened(text)}” was not chosen from the list.`);
    }
    searching = false;
    input.value = said;
    draw();
  }
  input.addEventListener("input", () => {
    entries ??= among();
    found = matches(entries, input.value);
    guessed = Boolean(input.value.trim()) && !found.length;
    if (guessed) found = nearest(entries, input.value);
    [current, searching] = [guessed ? -1 : 0, true];
    draw();
    if (guessed) speak(missing());
  });
  // the field keeps the focus: left, it would close the list under the finger, and the tap go to what lies beneath
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("blur", leave);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && searching && found.length) {
      current = current < 0 && step < 0 ? found.length - 1 : (current + step + found.length) % found.length;
      draw();
    } else if (event.key === "Tab" && searching && cleared && input.value.trim()) {
      take(current);
      return;
    } else if (event.key === "Enter" && searching) {
      if (!input.value.trim()) leave();
      else if (current in found) take(current);
      else complain(missing());
    } else if (event.key === "Escape" && searching) {
      input.value = said;
      searching = false;
      draw();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    /** @param {string} text */
    set(text) {
      said = text;
      if (!searching) input.value = text;
    },
  };
}
