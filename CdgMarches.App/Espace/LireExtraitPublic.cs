using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Un point décidé, dans l'extrait que tout membre peut lire.</summary>
public sealed record PointPublic(int Numero, string Titre, string Nature, string Decision);

/// <summary>L'extrait public du procès-verbal d'une séance, pour un groupement.</summary>
public sealed record ExtraitPublic(
    string NomDuGroupement,
    string Commission,
    string Reference,
    DateOnly Date,
    IReadOnlyList<PointPublic> Points
);

/// <summary>Lit l'extrait public d'une séance levée : ce qui a été décidé, à qui, par combien de voix.</summary>
/// <remarks>
/// RG7.03, RG2.33. Le rapport, la discussion, les notes et les offres des candidats n'y sont pas : secret des affaires et
/// délibérations (CRPA, art. L311-6 ; CCP, art. L2132-1).
/// </remarks>
public sealed class LireExtraitPublic(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>L'extrait, ou null si la séance n'est pas levée, ou pas à la disposition de l'acteur.</returns>
    public async Task<ExtraitPublic?> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        SeanceId id,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await ActiviteDuGroupement.NommerAsync(contexte, acteur, groupement, annulation) is not { } lu)
        {
            return null;
        }

        var seance = await contexte
            .SeancesDuGroupement(groupement)
            .Where(s => s.Id == id)
            .Select(s => new
            {
                s.Reference,
                s.Date,
                Commission = contexte.Commissions.Where(c => c.Id == s.Commission).Select(c => c.Nom).First(),
                Points = s
                    .Points.Where(p => p.Issue != null && (p.Groupement == null || p.Groupement == groupement))
                    .OrderBy(p => p.Numero)
                    .ToList(),
            })
            .SingleOrDefaultAsync(annulation);
        return seance is null
            ? null
            : new ExtraitPublic(
                lu.Nom,
                seance.Commission,
                seance.Reference.ToString(),
                seance.Date,
                [.. seance.Points.Select(p => new PointPublic(p.Numero, p.Titre, p.Nature.Libelle(), Decision(p)))]
            );
    }

    private static string Decision(PointDOrdreDuJour p)
    {
        var attributaire = p.Attributaire is { } a ? $" : {a}" : "";
        var voix = p.Pour is null ? "" : $" ({p.Pour} pour, {p.Contre} contre, {p.Abstentions} abstentions)";
        return $"{p.Issue!.Value.Libelle()}{attributaire}{voix}";
    }
}
