using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Membre;

/// <summary>Ce que les contributions attendent d'un membre : confirmer ses consultations avant l'appel, payer ce qui est appelé.</summary>
internal sealed class ContributionsAFaire(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceDuMembre
{
    private const string Adresse = "/espace/contributions";

    /// <summary>L'appel déjà lançable, un chiffre reste utile quelques jours : deux semaines, d'usage.</summary>
    private const int JoursDUsage = 15;

    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        var (siennes, jour) = (acteur.Perimetre.Collectivites, horloge.Aujourdhui);
        var depuis = jour.Year - 1;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var chiffres = await (
            from d in contexte.ConsultationsDeclarees.AsNoTracking()
            join c in contexte.Collectivites on d.Collectivite equals c.Id
            where siennes.Contains(d.Collectivite) && d.ConfirmeesLe == null && d.Annee >= depuis
            where !contexte.Appels.Any(a => a.Collectivite == d.Collectivite && a.Exercice == d.Annee + 1)
            orderby d.Annee
            select new
            {
                c.Nom,
                d.Annee,
                d.Reelles,
                d.Estimees,
            }
        ).ToListAsync(annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => siennes.Contains(a.Collectivite) && a.Etat == EtatDAppel.Emis && a.Numero != null)
            .Where(a => (a.Nature == NatureDAppel.Initial || a.Nature == NatureDAppel.Complement) && a.DateDAppel <= jour)
            .OrderBy(a => a.DateDAppel)
            .Take(LireEspace.ChosesAuPlus * 4)
            .ToListAsync(annulation);
        return
        [
            .. chiffres.Select(c => new ChoseAFaire(
                "Confirmer nos consultations",
                $"{c.Nom}, {c.Annee} : {Formats.Compter(c.Reelles ?? c.Estimees ?? 0, "consultation")}",
                AvantLAppel(c.Annee + 1, jour),
                5,
                "Vérifier le chiffre",
                Adresse
            )),
            .. appels.Select(a => new ChoseAFaire(
                "Régler notre contribution",
                $"{a.Debiteur.Nom} · {a.Reference} : reste dû {Formats.Euros(a.ResteDu.Euros)}, {MentionsDuTitre.MoyenDePaiement}",
                a.EcheanceDePaiement,
                10,
                "Voir l'appel",
                Adresse
            )),
        ];
    }

    private static DateOnly AvantLAppel(int exercice, DateOnly jour)
    {
        var lancement = new DateOnly(exercice, 1, Grille.JourDeLancement);
        return lancement >= jour ? lancement : jour.AddDays(JoursDUsage);
    }
}
