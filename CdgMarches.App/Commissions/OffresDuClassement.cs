using CdgMarches.App.Procedures;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Commissions;

/// <summary>Les offres d'un lot telles que l'analyse les classe : rang, note sur 100, montant ; les écartées avec leur motif.</summary>
/// <remarks>RG2.34 : rien avant l'ouverture des plis, ni pour l'agent qui s'est déporté du lot.</remarks>
public sealed class OffresDuClassement(LireAnalyse lire)
{
    /// <returns>Les offres ; vide s'il n'y a rien à reprendre.</returns>
    public async Task<IReadOnlyList<OffreExaminee>> ExecuterAsync(
        Acteur acteur,
        ProcedureId procedure,
        int lot,
        int point,
        CancellationToken annulation = default
    )
    {
        if (await lire.ExecuterAsync(acteur, procedure, lot, annulation) is not { EstOuverte: true, EstDeporte: false } lue)
        {
            return [];
        }

        var analyse = lue.Analyse;
        var classees = analyse.Classer();
        var toutesNotees = classees.All(r =>
            analyse.Criteres.Count > 0
            && analyse.Criteres.All(c => analyse.Notes.Any(n => n.Offre == r.Offre.Numero && n.Critere == c.Numero))
        );
        return
        [
            .. classees
                .Select(r =>
                    (
                        r.Offre,
                        Note: toutesNotees ? decimal.Round(r.Total, 2) : (decimal?)null,
                        Rang: toutesNotees ? r.Rang : (int?)null
                    )
                )
                .Concat(
                    analyse
                        .Offres.Where(o => o.Etat is not EtatDOffre.EnAnalyse)
                        .OrderBy(o => o.Numero)
                        .Select(o => (Offre: o, Note: (decimal?)null, Rang: (int?)null))
                )
                .Select(
                    (o, i) =>
                        new OffreExaminee(
                            point,
                            i + 1,
                            Couper(o.Offre.Entreprise, OffreExaminee.LongueurDuCandidat),
                            o.Note,
                            o.Rang,
                            o.Offre.MontantCentimes,
                            o.Offre.Etat is EtatDOffre.EnAnalyse
                                ? null
                                : Couper(
                                    $"{o.Offre.Etat.Libelle()}{(o.Offre.Motif is { } m ? $" : {m}" : "")}",
                                    OffreExaminee.LongueurDuMotif
                                )
                        )
                ),
        ];
    }

    private static string Couper(string texte, int longueur) => texte.Length > longueur ? texte[..longueur] : texte;
}
