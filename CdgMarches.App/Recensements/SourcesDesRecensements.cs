using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Ce que les recensements donnent à faire, à trouver et à dire à la direction.</summary>
internal sealed class SourcesDesRecensements(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : ISourceATraiter,
        ISourceDeRecherche,
        ISourceDeSynthese
{
    private const string Rubrique = "Recensements";

    async Task<IReadOnlyList<CarteATraiter>> ISourceATraiter.ExecuterAsync(Acteur acteur, CancellationToken annulation)
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        var campagnes = await LireAsync(acteur, annulation);
        List<CarteATraiter> cartes = [];
        foreach (var campagne in campagnes)
        {
            var adresse = $"/recensements/{campagne.Id.Valeur}?etat={LireTableauDeBord.EnAttente}";
            if (campagne.EstClose && campagne.EnAttente > 0)
            {
                cartes.Add(
                    new CarteATraiter(
                        "Membres silencieux à décider",
                        campagne.EnAttente,
                        campagne.EnAttente,
                        adresse,
                        $"{campagne.Intitule}, close le {Formats.DateCourte(campagne.Cloture)}",
                        1
                    )
                );
            }
            else if (campagne.EnAttente > 0)
            {
                cartes.Add(
                    new CarteATraiter(
                        "Réponses attendues",
                        campagne.EnAttente,
                        0,
                        adresse,
                        $"{campagne.Intitule}, clôture le {Formats.DateCourte(campagne.Cloture)}",
                        2
                    )
                );
            }
            else if (campagne is { Etat: not EtatDeCampagne.Consolidee, EstClose: true })
            {
                cartes.Add(
                    new CarteATraiter(
                        "Consolidation à geler",
                        1,
                        0,
                        $"/recensements/{campagne.Id.Valeur}/consolidation",
                        campagne.Intitule,
                        3
                    )
                );
            }
        }

        return cartes;
    }

    async Task<IReadOnlyList<ResultatDeRecherche>> ISourceDeRecherche.ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> mots,
        int maximum,
        CancellationToken annulation
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagnes = await contexte
            .CampagnesVisibles(acteur)
            .OrderByDescending(c => c.Exercice)
            .Select(c => new
            {
                c.Id,
                c.Reference,
                c.Intitule,
                c.Exercice,
            })
            .ToListAsync(annulation);
        return
        [
            .. campagnes
                .Where(c => mots.All(m => CleDeTri.De($"{c.Reference} {c.Intitule}").Contains(m, StringComparison.Ordinal)))
                .Take(maximum)
                .Select(c => new ResultatDeRecherche(
                    Rubrique,
                    c.Intitule,
                    $"{c.Reference}, exercice {c.Exercice}",
                    $"/recensements/{c.Id.Valeur}"
                )),
        ];
    }

    async Task<IReadOnlyList<LigneDeSynthese>> ISourceDeSynthese.ExecuterAsync(
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        var ilYAUnMois = horloge.FinDuJour(jour.AddMonths(-1));
        List<LigneDeSynthese> lignes = [];
        foreach (var campagne in await LireAsync(acteur, annulation))
        {
            await using var contexte = await donnees.CreateDbContextAsync(annulation);
            var id = campagne.Id;
            var avant = await contexte.Reponses.CountAsync(
                r =>
                    r.Campagne == id
                    && r.RepondueLe != null
                    && r.RepondueLe < ilYAUnMois
                    && (r.Etat == EtatDeReponse.Validee || r.Etat == EtatDeReponse.Neant),
                annulation
            );
            lignes.Add(
                new LigneDeSynthese(
                    Rubrique,
                    $"{campagne.Intitule} : réponses rendues",
                    Part(campagne.Repondues, campagne.Reponses),
                    campagne.Ouverture > jour.AddMonths(-1) ? null : Part(avant, campagne.Reponses),
                    false
                )
            );
            if (campagne.EstClose && campagne.EnAttente > 0)
            {
                lignes.Add(
                    new LigneDeSynthese(
                        Rubrique,
                        $"{campagne.Intitule} : réponses sans suite après la clôture",
                        Formats.Nombre(campagne.EnAttente),
                        null,
                        true
                    )
                );
            }
        }

        return lignes;
    }

    private static string Part(int nombre, int total) =>
        total == 0 ? Formats.Absent : $"{Formats.Pourcentage((decimal)nombre / total, 0)} ({nombre}/{total})";

    /// <summary>Les campagnes ouvertes ou closes depuis moins d'un an, avec leurs comptes.</summary>
    private async Task<List<Resume>> LireAsync(Acteur acteur, CancellationToken annulation)
    {
        var maintenant = horloge.Maintenant;
        var depuis = horloge.Aujourdhui.AddYears(-1);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagnes = await contexte
            .CampagnesVisibles(acteur)
            .Where(c => c.Etat != EtatDeCampagne.EnPreparation && c.Cloture >= depuis)
            .OrderBy(c => c.Cloture)
            .Select(c => new
            {
                c.Id,
                c.Intitule,
                c.Ouverture,
                c.Cloture,
                c.Etat,
                c.ClotureLe,
                Reponses = contexte.Reponses.Count(r => r.Campagne == c.Id),
                Repondues = contexte.Reponses.Count(r =>
                    r.Campagne == c.Id && (r.Etat == EtatDeReponse.Validee || r.Etat == EtatDeReponse.Neant)
                ),
                EnAttente = contexte.Reponses.Count(r =>
                    r.Campagne == c.Id
                    && (
                        r.Etat == EtatDeReponse.NonOuverte || r.Etat == EtatDeReponse.Brouillon || r.Etat == EtatDeReponse.ARevoir
                    )
                ),
            })
            .ToListAsync(annulation);
        return
        [
            .. campagnes.Select(c => new Resume(
                c.Id,
                c.Intitule,
                c.Ouverture,
                c.Cloture,
                c.Etat,
                c.Etat is not EtatDeCampagne.Ouverte || c.ClotureLe <= maintenant,
                c.Reponses,
                c.Repondues,
                c.EnAttente
            )),
        ];
    }

    private sealed record Resume(
        CampagneId Id,
        string Intitule,
        DateOnly Ouverture,
        DateOnly Cloture,
        EtatDeCampagne Etat,
        bool EstClose,
        int Reponses,
        int Repondues,
        int EnAttente
    );
}
