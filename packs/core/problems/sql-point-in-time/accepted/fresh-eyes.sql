WITH event AS (
    SELECT entity, at, 1 AS is_feature, id, value, at AS known FROM feature
    UNION ALL
    SELECT entity, at, 0, id, NULL, NULL FROM label
),
numbered AS (
    SELECT *, SUM(is_feature) OVER (
        PARTITION BY entity ORDER BY at, is_feature, id ROWS UNBOUNDED PRECEDING
    ) AS block
    FROM event
),
filled AS (
    SELECT is_feature, id, at,
           FIRST_VALUE(value) OVER w AS value,
           FIRST_VALUE(known) OVER w AS known
    FROM numbered
    WINDOW w AS (PARTITION BY entity, block ORDER BY is_feature DESC)
)
SELECT id, value, at - known AS age FROM filled WHERE NOT is_feature ORDER BY id;
