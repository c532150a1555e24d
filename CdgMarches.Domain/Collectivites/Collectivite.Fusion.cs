using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce que l'agent garde du doublon quand les deux fiches disent autre chose.</summary>
/// <param name="Identite">L'identité choisie champ par champ.</param>
/// <param name="EffectifsDuDoublon">Les années dont l'effectif est pris au doublon, quand les deux en ont un.</param>
/// <param name="PopulationsDuDoublon">De même pour les populations.</param>
public sealed record ChoixDeFusion(
    IdentiteDeCollectivite Identite,
    IReadOnlySet<int> EffectifsDuDoublon,
    IReadOnlySet<int> PopulationsDuDoublon
);

/// <content>La fusion de deux fiches de la même collectivité.</content>
public sealed partial class Collectivite
{
    public Verdict PeutAbsorber(Collectivite doublon, string? motif) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new AutreQueSoi("doublon", Id, doublon.Id),
                    new FicheNonFusionnee(doublon.FusionneeDans is not null),
                    new MotifDonne(motif)
                )
            );

    /// <summary>
    /// Réunit un doublon à cette fiche : celle-ci prend l'identité choisie, les années, affiliations et contacts qui lui
    /// manquaient ; le doublon, archivé, garde les siens et son histoire mais rend ses numéros, qui n'ont qu'une fiche.
    /// </summary>
    public void Absorber(Collectivite doublon, ChoixDeFusion choix, string? motif, DateTimeOffset instant)
    {
        PeutAbsorber(doublon, motif).Exiger();
        Modifier(choix.Identite);
        foreach (var e in doublon.Effectifs.Where(e => EffectifDe(e.Annee) is null || choix.EffectifsDuDoublon.Contains(e.Annee)))
        {
            DeclarerEffectif(new DeclarationDEffectif(e.Annee, e.Agents, e.Definition, e.Source, e.DeclareLe));
        }

        foreach (
            var p in doublon.Populations.Where(p => PopulationDe(p.Annee) is null || choix.PopulationsDuDoublon.Contains(p.Annee))
        )
        {
            RenseignerPopulation(new DeclarationDePopulation(p.Annee, p.Totale, p.Municipale, p.Source));
        }

        foreach (
            var a in doublon.Affiliations.Where(a =>
                _affiliations.TrueForAll(s => s.Debut != a.Debut) && PeutAffilier(a.Debut, a.Fin).EstFavorable
            )
        )
        {
            Affilier(a.Debut, a.Fin, a.Nature);
        }

        foreach (var contact in doublon.Contacts)
        {
            Reprendre(contact);
        }

        Signaler(new FichesFusionnees(Id, EstGardee: true, doublon.Nom, motif));
        doublon.EtreAbsorbeePar(this, motif, instant);
    }

    private void Reprendre(Contact contact)
    {
        var existant = _contacts.Find(c => c.Coordonnees == contact.Coordonnees) ?? AjouterContact(contact.Coordonnees);
        foreach (var donnees in contact.Mandats.Select(m => m.Donnees))
        {
            if (existant.Mandats.All(m => m.Donnees != donnees) && PeutTenirMandat(donnees).EstFavorable)
            {
                OuvrirMandat(existant.Id, donnees);
            }
        }
    }

    private void EtreAbsorbeePar(Collectivite gardee, string? motif, DateTimeOffset instant)
    {
        (FusionneeDans, ArchiveLe, Siren, Siret) = (gardee.Id, ArchiveLe ?? instant, null, null);
        Signaler(new FichesFusionnees(Id, EstGardee: false, gardee.Nom, motif));
    }
}
