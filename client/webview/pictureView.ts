/** How far the picture is enlarged at least and at most. */
const SMALLEST = 0.08;
const LARGEST = 3;
/** What can be read: a picture that would be smaller is shown in part. */
const READABLE = 0.9;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Which part of a picture is seen, and how large: dragged, scrolled and zoomed. */
export class PictureView {
  private scale = 1;
  private x = 0;
  private y = 0;
  private picture: Size = { width: 1, height: 1 };
  private world: SVGElement | undefined;

  /** @param stage what the picture is seen in */
  constructor(private readonly stage: HTMLElement) {
    let last: Point | undefined;
    stage.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      last = { x: event.clientX, y: event.clientY };
    });
    stage.addEventListener('pointermove', (event) => {
      if (!last || event.buttons === 0) return;
      const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
      // A click of an unsteady hand moves nothing.
      if (!this.isDragged && Math.hypot(dx, dy) < 4) return;
      if (!this.isDragged) stage.setPointerCapture(event.pointerId);
      this.isDragged = true;
      stage.firstElementChild?.classList.add('dragged');
      last = { x: event.clientX, y: event.clientY };
      this.moveBy(dx, dy);
    });
    stage.addEventListener('pointerup', () => {
      last = undefined;
      stage.firstElementChild?.classList.remove('dragged');
      // The click that ends a drag comes behind this.
      setTimeout(() => (this.isDragged = false), 0);
    });
    stage.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const { left, top } = stage.getBoundingClientRect();
        const at = { x: event.clientX - left, y: event.clientY - top };
        if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY / 250), at);
        else this.moveBy(-event.deltaX, -event.deltaY);
      },
      { passive: false },
    );
  }

  /** Whether the pointer moves the picture: what ends it is no click. */
  isDragged = false;

  /** Takes another picture, which is seen as the one before was until it is told otherwise. */
  take(world: SVGElement, picture: Size): void {
    this.world = world;
    this.picture = picture;
    this.write();
  }

  /** The whole picture; where it could not be read so, what is around a point. */
  begin(around: Point | undefined): void {
    this.fit();
    if (this.scale >= READABLE) return;
    const { width, height } = this.stage.getBoundingClientRect();
    this.scale = READABLE;
    const { x, y } = around ?? { x: this.picture.width / 2, y: height / 2 / READABLE };
    this.x = within(width / 2 - x * READABLE, width - this.picture.width * READABLE);
    this.y = within(height / 2 - y * READABLE, height - this.picture.height * READABLE);
    this.write();
  }

  fit(): void {
    const { width, height } = this.stage.getBoundingClientRect();
    const { picture } = this;
    this.scale = Math.max(SMALLEST, Math.min(1.25, width / picture.width, height / picture.height));
    this.x = (width - picture.width * this.scale) / 2;
    this.y = Math.max(0, (height - picture.height * this.scale) / 2);
    this.write();
  }

  /** @param at the point of the stage that stays where it is, by default the middle */
  zoom(factor: number, at?: Point): void {
    const { width, height } = this.stage.getBoundingClientRect();
    const { x, y } = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.max(SMALLEST, Math.min(LARGEST, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.write();
  }

  /** Moves the picture, if it must be, so that a box around a point is seen; then it is in the middle. */
  reveal({ x, y }: Point, box: Size): void {
    const { width, height } = this.stage.getBoundingClientRect();
    const [left, top] = [x * this.scale + this.x, y * this.scale + this.y];
    const [halfWidth, halfHeight] = [(box.width / 2) * this.scale, (box.height / 2) * this.scale];
    const isSeen = left >= halfWidth && left <= width - halfWidth && top >= halfHeight && top <= height - halfHeight;
    if (!isSeen) this.moveBy(width / 2 - left, height / 2 - top);
  }

  private moveBy(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.write();
  }

  private write(): void {
    this.world?.setAttribute('transform', `translate(${this.x},${this.y}) scale(${this.scale})`);
  }
}

/** A shift that leaves no room beside a picture where there is more of it; of one that has room the middle. */
function within(shift: number, room: number): number {
  return room >= 0 ? room / 2 : Math.min(0, Math.max(room, shift));
}
