using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Enregistre la fin d'un travail : son fichier, son état et l'avis à son auteur, dans une seule transaction.</summary>
internal sealed class TerminerTravail(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    ComposerCourriel composer,
    AdressesPubliques adresses,
    TimeProvider horloge
)
{
    private const string Page = "/mes-exports";

    /// <summary>Au-delà, l'auteur est sans doute parti faire autre chose : on lui écrit aussi.</summary>
    private static readonly TimeSpan AttenteLongue = TimeSpan.FromMinutes(1);

    public async Task ReussirAsync(Travail travail, FichierProduit? produit, Avancement? dernier, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var suivi = await contexte.Travaux.SingleAsync(t => t.Id == travail.Id, annulation);
        if (produit is not null)
        {
            var auteur = Acteur.Systeme with { Id = travail.AuteurId, Nom = travail.AuteurNom };
            var piece = await magasin.ProduireAsync(contexte, produit.Contenu, produit.Nom, produit.TypeMime, auteur, annulation);
            suivi.PieceId = piece.Id;
        }

        var total = Math.Max(dernier?.Total ?? 0, suivi.Total);
        (suivi.Fait, suivi.Total) = (total, total);
        await FinirAsync(contexte, suivi, EtatDeTravail.Termine, $"{Typographie.Citer(suivi.Libelle)} est prêt.");
    }

    public async Task EchouerAsync(Guid id, string phrase, string? reference = null)
    {
        await using var contexte = await donnees.CreateDbContextAsync();
        var suivi = await contexte.Travaux.SingleAsync(t => t.Id == id);
        suivi.Erreur = phrase.Length <= Travail.LongueurDeLErreur ? phrase : phrase[..Travail.LongueurDeLErreur];
        suivi.Reference = reference;
        await FinirAsync(
            contexte,
            suivi,
            EtatDeTravail.Echoue,
            $"{Typographie.Citer(suivi.Libelle)} n'a pas pu être fait : le motif est dans Mes exports."
        );
    }

    public async Task AnnulerAsync(Guid id)
    {
        await using var contexte = await donnees.CreateDbContextAsync();
        var suivi = await contexte.Travaux.SingleAsync(t => t.Id == id);
        await FinirAsync(contexte, suivi, EtatDeTravail.Annule, avis: null);
    }

    private async Task FinirAsync(MarchesDbContext contexte, Travail travail, EtatDeTravail etat, string? avis)
    {
        var maintenant = horloge.GetUtcNow();
        travail.Etat = etat;
        travail.Etape = null;
        travail.TermineLe = maintenant;
        travail.ExpireLe = maintenant + ExecuterTravaux.Conservation;
        if (avis is not null && travail.AuteurId != Guid.Empty)
        {
            FileDeNotifications.Deposer(contexte, travail.AuteurId, avis, Page, maintenant);
            if (maintenant - travail.CreeLe > AttenteLongue)
            {
                await EcrireAsync(contexte, travail, avis, maintenant);
            }
        }

        // No cancellation here: the work is done, its end must be recorded.
        await contexte.EnregistrerAsync(Acteur.Systeme, maintenant, CancellationToken.None);
    }

    private async Task EcrireAsync(MarchesDbContext contexte, Travail travail, string avis, DateTimeOffset instant)
    {
        var adresse = await contexte.Users.Where(u => u.Id == travail.AuteurId).Select(u => u.Email).SingleOrDefaultAsync();
        if (FileDeCourriels.EstValide(adresse))
        {
            var modele = await composer.LireAsync(CourrielDeTravail.Definition.Cle);
            FileDeCourriels.Deposer(
                contexte,
                modele.Pour(
                    adresse!,
                    travail.AuteurNom,
                    new Dictionary<string, string>
                    {
                        ["travail"] = travail.Libelle,
                        ["suite"] = avis,
                        ["jours"] = Formats.Nombre((long)ExecuterTravaux.Conservation.TotalDays),
                        ["lien"] = adresses.De(Page),
                    }
                ) with
                {
                    ObjetType = nameof(Travail),
                    ObjetId = travail.Id,
                },
                instant
            );
        }
    }
}
