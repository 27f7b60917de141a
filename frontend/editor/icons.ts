const SVG = 'http://www.w3.org/2000/svg';

/** Paths on a 24 grid, drawn with the stroke of the portal's icons. */
const paths = {
  undo: 'M8 8l-4 4 4 4M4 12h10a5 5 0 0 1 0 10',
  redo: 'M16 8l4 4-4 4M20 12H10a5 5 0 0 0 0 10',
  down: 'M6 9l6 6 6-6',
  bold: 'M7 4.500h6a3.700 3.700 0 0 1 0 7.400H7zM7 11.900h7a3.800 3.800 0 0 1 0 7.600H7z',
  italic: 'M10.500 4.500h7M6.500 19.500h7M14 4.500l-4 15',
  underline: 'M7 4v7a5 5 0 0 0 10 0V4M5 20.500h14',
  strike: 'M4 12h16M17 7.500c-.5-2-2.300-3.500-5-3.500-3 0-5 1.500-5 3.800 0 1.800 1.300 3 3 4.200M7 16.500c.5 2 2.300 3.500 5 3.500 3 0 5-1.500 5-3.800 0-1.200-.5-2.200-1.500-3',
  code: 'M8.500 7l-5 5 5 5M15.500 7l5 5-5 5',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M3.500 5l1.500-1v5M3.300 14.500c1-1.500 3-.8 2.700.6-.2 1-2.700 2.400-2.700 3.400H6.200',
  tasks: 'M11 6h9M11 12h9M11 18h9M3.500 6l1.200 1.200L7 5M3.500 12l1.200 1.200L7 11M3.500 18l1.200 1.200L7 17',
  table: 'M5.500 5h13A1.500 1.500 0 0 1 20 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500v-11A1.500 1.500 0 0 1 5.500 5zM4 10h16M4 14.500h16M10 10v9',
  fact: 'M9 4L7 20M17 4l-2 16M4.500 9H20M4 15h15.500',
  field: 'M8 4.500H6.500A2.500 2.500 0 0 0 4 7v3.500L2.500 12 4 13.500V17a2.500 2.500 0 0 0 2.500 2.500H8M16 4.500h1.500A2.500 2.500 0 0 1 20 7v3.500l1.500 1.500-1.500 1.500V17a2.500 2.500 0 0 1-2.500 2.500H16M9.500 12h5',
  rule: 'M4 12h16',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  saving: 'M20 12a8 8 0 1 1-2.500-5.800M20 4.500V8h-3.500',
  offline: 'M4 4l16 16M8.500 15a5 5 0 0 1 6-.8M5 11.500a10 10 0 0 1 4-2.300M19 11.500a10 10 0 0 0-5-2.700M12 19h.01',
  lock: 'M7 10.500h10a1.500 1.500 0 0 1 1.500 1.500v6.500A1.500 1.500 0 0 1 17 20H7a1.500 1.500 0 0 1-1.500-1.500V12A1.500 1.500 0 0 1 7 10.500zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500',
  warning: 'M12 4l9 16H3zM12 10v4.500M12 17.200h.01',
  eye: 'M2.500 12C5 7.500 8.500 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-6 6.500-9.500 6.500S5 16.500 2.500 12zM12 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z',
};

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'candor-icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
