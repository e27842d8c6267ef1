/* What stands on a line: heads where it points to, a ring in the middle of one that only possibly holds. */

const HEAD = 7;
const HEADS_A_FILL = 100;
const RING = 3;
const SMALLEST_RING = 2.2;

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {Drawn[]} courses
 * @param {number} length  in pixels
 */
function drawHeads(surface, scene, sight, courses, length) {
  const grown = Math.min(sight.scale, LARGEST);
  for (let i = 0; i < courses.length; i += HEADS_A_FILL) {
    surface.beginPath();
    for (const { index, start, middle, end, heads } of courses.slice(i, i + HEADS_A_FILL)) {
      const { from, to } = scene.facts.lines[index];
      const head = scene.heads[index] & heads;
      if (head & AT_END) addHead(surface, middle ?? start, end, scene.sizes[to] * grown, length);
      if (head & AT_START) addHead(surface, middle ?? end, start, scene.sizes[from] * grown, length);
    }
    surface.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {Point} from
 * @param {Point} to
 * @param {number} gap  between its tip and the place that it points to
 * @param {number} length
 */
function addHead(surface, from, to, gap, length) {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance < gap + length) return;
  const [x, y] = [(to.x - from.x) / distance, (to.y - from.y) / distance];
  const [tipX, tipY] = [to.x - x * gap, to.y - y * gap];
  const [backX, backY] = [tipX - x * length, tipY - y * length];
  surface.moveTo(tipX, tipY);
  surface.lineTo(backX - y * length * 0.4, backY + x * length * 0.4);
  surface.lineTo(backX + y * length * 0.4, backY - x * length * 0.4);
  surface.closePath();
}

/**
 * A ring in the middle of each line that holds only possibly.
 * @param {CanvasRenderingContext2D} surface
 * @param {string} paper
 * @param {Course[]} courses
 * @param {number} radius
 */
function drawRings(surface, paper, courses, radius) {
  surface.fillStyle = paper;
  surface.lineWidth = 1.2;
  surface.globalAlpha = 1;
  surface.setLineDash([]);
  for (let i = 0; i < courses.length; i += HEADS_A_FILL) {
    surface.beginPath();
    for (const { start, middle, end } of courses.slice(i, i + HEADS_A_FILL)) {
      const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
      const at = middle ? { x: (x + middle.x) / 2, y: (y + middle.y) / 2 } : { x, y };
      surface.moveTo(at.x + radius, at.y);
      surface.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    }
    surface.fill();
    surface.stroke();
  }
}
