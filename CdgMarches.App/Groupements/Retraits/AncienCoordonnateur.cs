using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>
/// Celui qui coordonnait, dont le retrait constaté attendait la dissolution qu'il cause (RG1.33) : remplacé, il sort comme un autre
/// membre, au jour de son retrait, quand la dissolution s'abandonne.
/// </summary>
/// <param name="Adhesion">Son adhésion, que rien n'a encore terminée.</param>
/// <param name="SortieLe">Le dernier jour que son retrait fixe.</param>
/// <param name="PeutSortir">Il reste un groupement après lui (RG1.35).</param>
internal sealed record AncienCoordonnateur(Adhesion Adhesion, DateOnly SortieLe, Verdict PeutSortir)
{
    /// <summary>Le motif que l'adhésion garde d'un retrait constaté.</summary>
    public const string MotifDeSortie = "Retrait par délibération";

    /// <returns>Nul si personne n'a laissé la coordination en se retirant.</returns>
    public static async Task<AncienCoordonnateur?> LireAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var lu = await (
            from d in contexte.DossiersDeRetrait
            join a in contexte.Adhesions on d.Adhesion equals a.Id
            where d.Groupement == groupement.Id && d.Etat == EtatDeRetrait.Constate
            where d.Collectivite != groupement.Coordonnateur && d.SortieLe != null && a.Sortie == null
            select new { Adhesion = a, d.SortieLe }
        ).FirstOrDefaultAsync(annulation);
        return lu is null
            ? null
            : new AncienCoordonnateur(
                lu.Adhesion,
                lu.SortieLe!.Value,
                Verdict.De(
                    new ResteUnGroupement(
                        await contexte.AutresMembresAsync(groupement.Id, lu.Adhesion.Collectivite, lu.SortieLe.Value, annulation),
                        EstCoordonnateur: false
                    )
                )
            );
    }

    public void Sortir() => Adhesion.Sortir(SortieLe, MotifDeSortie, estCoordonnateur: false);
}
