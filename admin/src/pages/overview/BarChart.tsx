import { VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Bar, BarChart as Chart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTheme } from 'styled-components';
import { getTrad } from '../../translations/get-trad';

interface BarChartProps {
  title: string;
  /** What the bars are named by, for the table. */
  nameTitle: string;
  bars: { name: string; count: number }[];
  /** Upright columns for a course of time; rows for names, which are long. */
  layout: 'columns' | 'rows';
}

const ROW_HEIGHT = 32;

/** Numbers as bars in the colours of the admin; whoever cannot see them gets the same as a table. */
export default function BarChart({ title, nameTitle, bars, layout }: BarChartProps) {
  const { formatMessage, formatNumber } = useIntl();
  const { colors } = useTheme();
  const posts = formatMessage({ id: getTrad('overview.posts') });
  const axis = { stroke: colors.neutral600, fontSize: 12, tickLine: false };
  const isRows = layout === 'rows';
  return (
    <>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={isRows ? bars.length * ROW_HEIGHT + 30 : 240}>
          <Chart data={bars} layout={isRows ? 'vertical' : 'horizontal'} accessibilityLayer={false}>
            <CartesianGrid stroke={colors.neutral200} horizontal={!isRows} vertical={isRows} />
            {isRows ? (
              <>
                <XAxis type="number" allowDecimals={false} {...axis} />
                <YAxis type="category" dataKey="name" width={160} interval={0} {...axis} />
              </>
            ) : (
              <>
                <XAxis dataKey="name" {...axis} />
                <YAxis allowDecimals={false} width={48} {...axis} />
              </>
            )}
            <Tooltip
              cursor={{ fill: colors.neutral150 }}
              contentStyle={{ background: colors.neutral0, borderColor: colors.neutral200 }}
              labelStyle={{ color: colors.neutral800 }}
              itemStyle={{ color: colors.neutral800 }}
              formatter={(value) => [formatNumber(Number(value)), posts]}
            />
            <Bar dataKey="count" fill={colors.primary600} isAnimationActive={false} maxBarSize={28} />
          </Chart>
        </ResponsiveContainer>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{nameTitle}</th>
              <th scope="col">{posts}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </>
  );
}
