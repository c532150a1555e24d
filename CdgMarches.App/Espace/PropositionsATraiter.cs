using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Espace;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Ce que les membres ont proposé ou rendu et que le CDG n'a pas encore relu.</summary>
internal sealed class PropositionsATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceATraiter
{
    /// <summary>Au-delà, une proposition sans réponse est en retard ; d'usage.</summary>
    private const int JoursDUsage = 8;

    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        List<CarteATraiter> cartes = [];
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (acteur.Peut(Droits.GererCollectivites))
        {
            var retard = horloge.Maintenant.AddDays(-JoursDUsage);
            var attendent = contexte.Propositions.Where(p => p.Etat == EtatDeProposition.EnAttente);
            cartes.Add(
                new CarteATraiter(
                    "Changements proposés par les membres",
                    await attendent.CountAsync(annulation),
                    await attendent.CountAsync(p => p.ProposeeLe < retard, annulation),
                    $"/collectivites/propositions?etat={EtatDeProposition.EnAttente}",
                    "À accepter, ou à refuser en disant pourquoi",
                    Ordre: 45
                )
            );
        }

        if (acteur.Peut(Droits.GererConventions))
        {
            cartes.Add(
                new CarteATraiter(
                    "Documents de conventions à relire",
                    await contexte.ConventionsDAcces.CountAsync(
                        c => c.AbandonneeLe == null && c.Pieces.Any(p => p.Etat == EtatDePiece.Recue),
                        annulation
                    ),
                    EnRetard: 0,
                    $"/conventions?etat={EtatDeConvention.EnPreparation}",
                    "Délibérations et conventions signées, déposées par les membres",
                    Ordre: 46
                )
            );
        }

        return cartes;
    }
}
