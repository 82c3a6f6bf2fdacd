/**
 * Runs inside of a page: the texts and the bars of drawings whose contrast, as WCAG 2 computes it, is below what they
 * should at least have.
 */
function faint({ text: leastText, graphic: leastGraphic }) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (colors) => {
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) =>
    element === null ? ['white'] : [...behind(element.parentElement), getComputedStyle(element).backgroundColor];
  const contrast = (element, front) => {
    const [light, dark] = [luminance([...behind(element), front]), luminance(behind(element))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  const found = [];
  const note = (name, ratio, least) => {
    if (!(ratio >= least)) found.push(`${name.slice(0, 40)}: ${ratio.toFixed(2)}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, textContent } = texts.currentNode;
    if (textContent.trim() === '' || element.tagName === 'title') continue;
    const { color, fill } = getComputedStyle(element);
    note(textContent.trim(), contrast(element, element instanceof SVGElement ? fill : color), leastText);
  }
  for (const bar of document.querySelectorAll('.bar, .points .fill')) {
    note(bar.getAttribute('class'), contrast(bar.parentElement, getComputedStyle(bar).fill), leastGraphic);
  }
  return found;
}
