const mathmlNamespace = 'http://www.w3.org/1998/Math/MathML';

/** The formula of a hit, with nothing in it but MathML: no HTML, no script, no link, no source text. */
export function readMathml(source: string): Element | undefined {
  const math = new DOMParser().parseFromString(source, 'text/html').querySelector('math');
  if (!math) return undefined;
  for (const part of [math, ...math.querySelectorAll('*')]) {
    if (part.namespaceURI !== mathmlNamespace || part.localName.startsWith('annotation')) part.remove();
    for (const { name } of [...part.attributes]) {
      if (/^(?:on.*|href|xlink:href|style|id|src)$/iu.test(name)) part.removeAttribute(name);
    }
  }
  return document.importNode(math, true);
}
