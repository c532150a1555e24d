using CdgMarches.App.Documents.Conventions;

namespace CdgMarches.App.Documents.Origine;

/// <summary>L'avenant : visas, ce qui change, ce qui demeure, l'effet, et les signatures des membres.</summary>
internal sealed class OrigineAvenant : IModeleDOrigine
{
    public string Code => TexteDAvenant.CodeDeNature;

    public void Composer(Composition page) =>
        page.Titre("Avenant n° {{numero}} à la convention constitutive", "{{groupement}}")
            .Paragraphe("Vu le Code de la commande publique, notamment son article L2113-7 ;")
            .Paragraphe("Vu la convention constitutive {{de groupement_designe}}, notamment son article 7 ;")
            .Paragraphe("Vu les délibérations concordantes des membres, annexées ;")
            .Centre("Il est convenu ce qui suit.")
            .Article("Article 1 – Objet")
            .Paragraphe("Le présent avenant a pour objet : {{objet}}.")
            .Article("Article 2 – Stipulations modifiées")
            .Si(
                "avec_texte_en_vigueur",
                p =>
                    p.Paragraphe("Les stipulations suivantes :")
                        .Paragraphe("« {{texte_en_vigueur}} »")
                        .Paragraphe("sont remplacées par :")
            )
            .SiNon("avec_texte_en_vigueur", p => p.Paragraphe("La convention est complétée par les stipulations suivantes :"))
            .Paragraphe("{{texte_nouveau}}")
            .Article("Article 3 – Autres stipulations")
            .Paragraphe("Les autres stipulations de la convention demeurent inchangées.")
            .Article("Article 4 – Effet")
            .Paragraphe(
                "L'avenant ne prend effet que lorsque chaque membre l'a approuvé dans les mêmes termes, et après l'accomplissement des formalités qui rendent exécutoires les délibérations."
            )
            .BlocsDeSignature(
                "parties",
                "Pour {{le partie}}",
                "{{si qualite}}{{qualite}}{{fin si}}",
                "{{si representant}}{{representant}}{{fin si}}",
                "Date et signature :"
            );
}

/// <summary>La lettre d'information aux membres d'un groupement : un corps court, que le CDG récrit.</summary>
internal sealed class OrigineLettreAuxMembres : IModeleDOrigine
{
    public string Code => Groupements.LettreAuxMembres.CodeDeNature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("{{groupement_designe}}", "Réf. : {{groupement_reference}}", "Affaire suivie par {{agent_nom}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "{{membre_designation}} est membre {{de groupement_designe}}, coordonné par {{coordonnateur}}, depuis le {{entree}}."
            )
            .Si(
                "avec_prestations",
                p =>
                    p.Paragraphe("Vous y bénéficiez à ce jour des prestations suivantes :")
                        .Repeter("prestations", q => q.Puces("{{prestation}}, depuis le {{depuis}}"))
            )
            .Paragraphe(
                "Conformément à la convention constitutive, le coordonnateur transmet aux membres toute information relative aux marchés dont il a connaissance. Je reste à votre disposition pour toute précision."
            )
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}
