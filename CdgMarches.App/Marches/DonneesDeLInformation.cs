using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>La lettre d'information de chaque membre figé d'un marché notifié.</summary>
public sealed class DonneesDeLInformation(IDbContextFactory<MarchesDbContext> donnees, LireBpu lireBpu)
    : IDonneesDe<InformationAEcrire>
{
    public async Task<InformationAEcrire?> LireAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.GererProcedures);
        var id = new MarcheId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte
            .Marches.AsNoTracking()
            .DuPerimetre(acteur)
            .AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Id == id, annulation);
        if (marche is null)
        {
            return null;
        }

        var groupement = await contexte.AppellationAsync(marche.Groupement, annulation);
        var membres = await (
            from f in contexte.MembresFiges
            join c in contexte.Collectivites on f.Collectivite equals c.Id
            where f.Procedure == marche.Procedure && f.Lot == marche.Lot
            orderby f.CleDeTri, f.Collectivite
            select new
            {
                c.Id,
                f.Nom,
                c.Grammaire.Designation,
                c.Siege,
                c.Postale,
            }
        ).ToListAsync(annulation);
        var bpu = await lireBpu.ExecuterAsync(acteur, id, null, annulation);
        return new InformationAEcrire(
            marche.Groupement,
            groupement,
            marche.Reference,
            marche.Objet,
            $"Lot {marche.Lot}",
            string.Join(", ", marche.Titulaires.OrderBy(t => t.Numero).Select(t => t.Nom)),
            marche.NotifieLe,
            marche.Debut,
            [.. membres.Select(m => new MembreAInformer(m.Id, m.Nom, m.Designation, m.Postale.Sinon(m.Siege)))]
        )
        {
            Fin = marche.Fin,
            Reconductions =
                marche.Reconductions.Count == 0
                    ? null
                    : string.Join(
                        ", ",
                        marche
                            .Reconductions.OrderBy(r => r.Numero)
                            .Select(r => $"{r.Mois} mois ({r.Mode.Libelle().ToLower(Francais.Culture)})")
                    ),
            Prix =
            [
                .. (bpu?.Prix ?? []).Select(p => new PrixDuMarche(
                    p.Designation,
                    p.Unite,
                    $"{p.Prix.ToString("N2", Francais.Culture)} €"
                )),
            ],
        };
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Marches.DuPerimetre(acteur)
            .Where(m => m.NotifieLe != null)
            .OrderByDescending(m => m.NotifieLe)
            .ThenBy(m => m.Id)
            .Take(30)
            .Select(m => new ObjetDApercu(m.Id.Valeur, m.Objet))
            .ToListAsync(annulation);
    }
}
