-- Columns: team, model, score, place.
-- Order: team (NULL first), place, model.
WITH ranked AS (
    SELECT
        team,
        model,
        score,
        RANK() OVER (PARTITION BY team ORDER BY score DESC) AS place
    FROM run
    WHERE score IS NOT NULL
)
SELECT team, model, score, place
FROM ranked
WHERE place <= 2
ORDER BY team, place, model
