"use strict";
/**
 * The page's own name space and the few helpers that everything uses. Text from outside enters
 * the page through `geomap.el` only, which knows textContent and attributes, never markup.
 */
var geomap = {};

/** Stands for "not stated" in every integer column. */
geomap.NONE = -2147483648;

/** Attributes whose value may come from data; everything else is set by the page itself. */
geomap.SAFE_ATTRIBUTE = /^(id|class|type|role|href|rel|target|lang|dir|for|name|value|min|max|title|tabindex|hidden|open|placeholder|autocomplete|width|height|aria-[a-z]+|data-[a-z]+)$/;

/**
 * Make an element.
 * @param {string} tag
 * @param {Object<string, *>} [attributes] `class`, `onclick` and the like take functions; null leaves out
 * @param {...(Node|string|number|null)} children strings become text nodes
 * @returns {HTMLElement}
 */
geomap.el = function (tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (geomap.SAFE_ATTRIBUTE.test(name)) node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === null || child === undefined) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
};

/**
 * The address when it is http or https, else null: no other kind becomes a link.
 * @param {string|null} address
 * @returns {string|null}
 */
geomap.webAddress = function (address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch (error) {
    return null;
  }
};

/**
 * Language and direction of a text, by its first thousand letters.
 * @param {string} text
 * @returns {{lang: string|null, dir: string}}
 */
geomap.direction = function (text) {
  const sample = text.slice(0, 1000);
  const arabic = (sample.match(/[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/g) || []).length;
  const latin = (sample.match(/[A-Za-z\u00c0-\u024f]/g) || []).length;
  if (arabic > latin) return { lang: "ur", dir: "rtl" };
  return latin ? { lang: "en", dir: "ltr" } : { lang: null, dir: "auto" };
};

/**
 * An element for text from an article, marked with its language and direction.
 * @param {string} tag
 * @param {string} text
 * @param {string} [className]
 */
geomap.quoted = function (tag, text, className) {
  const { lang, dir } = geomap.direction(text);
  return geomap.el(tag, { lang: lang, dir: dir, class: className || null }, text);
};

/** Whether the reader asks for a dark page; paper is always light. */
geomap.isDark = function () {
  return window.matchMedia("screen and (prefers-color-scheme: dark)").matches;
};

/** Whether the reader asks for less motion. */
geomap.isCalm = function () {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
};

/**
 * Wait until an element has a width: a page in a frame may start before the frame has one.
 * @param {HTMLElement} node
 * @returns {Promise<void>}
 */
geomap.whenSized = function (node) {
  if (node.clientWidth) return Promise.resolve();
  return new Promise((done) => {
    const watch = new ResizeObserver(() => {
      if (!node.clientWidth) return;
      watch.disconnect();
      done();
    });
    watch.observe(node);
  });
};
