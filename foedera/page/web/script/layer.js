/* Lines and nodes as they were last drawn: where they are many, they are shifted while the camera moves. */

const MARGIN = 0.5;
/** More lines than this are not drawn anew with each frame. */
const LINES_A_FRAME = 1200;

/** @param {typeof drawPlane} drawOn */
function createLayer(drawOn) {
  const canvas = document.createElement("canvas");
  let drawn = /** @type {Sight | null} */ (null);
  let fresh = true;
  let fine = true;

  /**
   * @param {Scene} scene
   * @param {Sight} sight
   * @param {number} ratio  device pixels to one of the surface
   */
  function renew(scene, sight, ratio) {
    drawn = sight;
    canvas.width = Math.ceil(sight.width * ratio);
    canvas.height = Math.ceil(sight.height * ratio);
    const surface = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    surface.setTransform(ratio, 0, 0, ratio, 0, 0);
    fine = drawOn(surface, scene, sight, ratio);
  }
  return {
    /** Something else is to be drawn. */
    forget() {
      drawn = null;
      fresh = true;
    },
    /**
     * @param {CanvasRenderingContext2D} surface
     * @param {Scene} scene
     * @param {Sight} sight
     * @param {boolean} moving
     * @returns {boolean} whether the lines are in detail
     */
    draw(surface, scene, sight, moving) {
      const count = scene.batches.reduce((sum, batch) => sum + batch.lines.length, 0);
      const ratio = surface.canvas.width / sight.width;
      if (count <= LINES_A_FRAME || (fresh && !moving)) {
        fine = drawOn(surface, scene, sight, ratio);
        fresh = false;
        return fine;
      }
      if (!moving && !(drawn && sameSight(drawn, sight))) renew(scene, sight, ratio);
      if (moving && !(drawn && covers(drawn, sight))) renew(scene, wider(sight), ratio);
      const from = /** @type {Sight} */ (drawn);
      const scale = sight.scale / from.scale;
      const x = (from.x - sight.x) * sight.scale + (sight.width - from.width * scale) / 2;
      const y = (from.y - sight.y) * sight.scale + (sight.height - from.height * scale) / 2;
      surface.drawImage(canvas, x, y, from.width * scale, from.height * scale);
      return fine;
    },
  };
}

/**
 * With a margin on each side.
 * @param {Sight} sight
 * @returns {Sight}
 */
function wider(sight) {
  return { ...sight, width: sight.width * (1 + 2 * MARGIN), height: sight.height * (1 + 2 * MARGIN) };
}

/** @param {Sight} one @param {Sight} other */
function sameSight(one, other) {
  return one.x === other.x && one.y === other.y && one.scale === other.scale
    && one.width === other.width && one.height === other.height;
}

/**
 * Whether what was drawn is about as large as what is wanted, and reaches over all of it.
 * @param {Sight} drawn
 * @param {Sight} sight
 */
function covers(drawn, sight) {
  const scale = sight.scale / drawn.scale;
  const reach = (/** @type {"x" | "y"} */ axis, /** @type {"width" | "height"} */ side) =>
    Math.abs(drawn[axis] - sight[axis]) * sight.scale + sight[side] / 2 <= (drawn[side] * scale) / 2;
  return scale > 0.5 && scale < 2 && reach("x", "width") && reach("y", "height");
}
