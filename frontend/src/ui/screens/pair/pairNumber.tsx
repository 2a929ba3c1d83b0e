// The number that both phones show, in two groups, to be compared at arm's length.
export function PairNumber({ number }: { number: string }) {
  return (
    <p class="pair-number">
      <bdi>{`${number.slice(0, 3)} ${number.slice(3)}`}</bdi>
    </p>
  );
}
